/** The part of JSON Schema that the published schemas use; a keyword that is not known is refused rather than passed over. */
type Schema = Readonly<Record<string, unknown>>;

const PASSED_OVER = new Set(['$schema', '$id', '$defs', 'title', 'description', 'default', 'examples']);

const isSchema = (raw: unknown): raw is Schema => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const schemas = (raw: unknown): readonly Schema[] => (Array.isArray(raw) ? raw.filter(isSchema) : []);

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : typeof value;

/** Why a value does not fit a schema; empty when it does. */
export const misfits = (value: unknown, schema: Schema, root: Schema = schema, at = '$'): readonly string[] => {
  const fits = (one: Schema) => misfits(value, one, root, at).length === 0;
  const fault = (says: string) => [`${at}: ${says}`];
  return Object.entries(schema).flatMap(([keyword, rule]): readonly string[] => {
    if (PASSED_OVER.has(keyword)) return [];
    switch (keyword) {
      case '$ref': {
        const defs = root['$defs'];
        const found = isSchema(defs) ? defs[String(rule).replace('#/$defs/', '')] : undefined;
        if (!isSchema(found)) throw new RangeError(`no definition ${String(rule)}`);
        return misfits(value, found, root, at);
      }
      case 'type':
        return [rule].flat().includes(typeOf(value)) ? [] : fault(`is ${typeOf(value)}, not ${String(rule)}`);
      case 'enum':
        return Array.isArray(rule) && rule.includes(value) ? [] : fault(`is none of ${String(rule)}`);
      case 'pattern':
        return typeof value !== 'string' || new RegExp(String(rule), 'u').test(value)
          ? []
          : fault(`does not match ${String(rule)}`);
      case 'minLength':
        return typeof value !== 'string' || value.length >= Number(rule) ? [] : fault('is too short');
      case 'minItems':
        return !Array.isArray(value) || value.length >= Number(rule) ? [] : fault('has too few items');
      case 'maxItems':
        return !Array.isArray(value) || value.length <= Number(rule) ? [] : fault('has too many items');
      case 'uniqueItems':
        return !Array.isArray(value) || new Set(value.map((each) => JSON.stringify(each))).size === value.length
          ? []
          : fault('repeats');
      case 'items':
        return Array.isArray(value) && isSchema(rule)
          ? value.flatMap((each, place) => misfits(each, rule, root, `${at}[${place}]`))
          : [];
      case 'required':
        return isSchema(value) && Array.isArray(rule)
          ? rule.flatMap((key) => (String(key) in value ? [] : fault(`lacks ${String(key)}`)))
          : [];
      case 'properties':
        return isSchema(value) && isSchema(rule)
          ? Object.entries(rule).flatMap(([key, one]) =>
              key in value && isSchema(one) ? misfits(value[key], one, root, `${at}.${key}`) : [],
            )
          : [];
      case 'additionalProperties': {
        if (!isSchema(value)) return [];
        const named = schema['properties'];
        const others = Object.keys(value).filter((key) => !(isSchema(named) && key in named));
        if (isSchema(rule)) return others.flatMap((key) => misfits(value[key], rule, root, `${at}.${key}`));
        return rule === false ? others.flatMap((key) => fault(`may not have ${key}`)) : [];
      }
      case 'anyOf':
        return schemas(rule).some(fits) ? [] : fault('fits none of several');
      case 'oneOf':
        return schemas(rule).filter(fits).length === 1 ? [] : fault('must fit exactly one of several');
      case 'allOf':
        return schemas(rule).flatMap((one) => misfits(value, one, root, at));
      case 'not':
        return isSchema(rule) && fits(rule) ? fault('is ruled out') : [];
      default:
        throw new RangeError(`keyword ${keyword} is not known`);
    }
  });
};
