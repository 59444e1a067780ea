import type { Document } from '@entente/core/document/document';
import type { Correctable, DocumentRecord } from './record.ts';

type ValueOf<Field extends Correctable> = NonNullable<Document[Field]>['value'];

/** A document with one field as it was read. */
export const asRead = (record: DocumentRecord, field: Correctable): DocumentRecord => {
  const { [field]: before, ...others } = record.asRead ?? {};
  if (before === undefined) return record;
  const { [field]: _, asRead: __, ...rest } = record;
  return {
    ...rest,
    ...(before !== false && { [field]: before }),
    ...(Object.keys(others).length > 0 && { asRead: others }),
  };
};

/**
 * A document with one field as a person gives it; what was read there is kept in `asRead`, however often it is corrected. Who gives what was
 * read, or what stands there already, corrects nothing.
 *
 * @param value undefined where nothing is to stand
 */
export const corrected = <Field extends Correctable>(
  record: DocumentRecord,
  field: Field,
  value: ValueOf<Field> | undefined,
): DocumentRecord => {
  if (value === record[field]?.value) return record;
  const before = record.asRead?.[field] ?? record[field] ?? false;
  if (value === (before === false ? undefined : before.value)) return asRead(record, field);
  const copy = { ...record, asRead: { ...record.asRead, [field]: before } };
  delete copy[field];
  return value === undefined ? copy : { ...copy, [field]: { value, from: 'by hand' } };
};
