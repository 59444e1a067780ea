import { type DateSign, dateSign } from '@entente/core/picture/date-sign';
import type { Edtf } from '@entente/core/vocabulary';
import { WORDS } from './words.ts';

const PATHS: Readonly<Record<DateSign['shape'], string>> = {
  day: 'M12 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  within: 'M8 5.500H24V10.500H8z',
  span: 'M7 3H4V13H7M25 3H28V13H25M4 8H28',
  since: 'M7 3H4V13H7M4 8H27M23 4.500L27.500 8L23 11.500',
  until: 'M25 3H28V13H25M28 8H5M9 4.500L4.500 8L9 11.500',
  none: 'M14.500 8a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0-3 0z',
};

const FILLED = new Set(['day', 'within', 'none']);

/** How closely a date is known, as a sign beside its words. */
export const Sign = ({ date }: { readonly date: Edtf | undefined }) => {
  const { shape, loose } = dateSign(date);
  const words = `${WORDS.signs[shape]}${loose ? `, ${WORDS.loose}` : ''}`;
  return (
    <svg className={loose ? 'sign loose' : 'sign'} viewBox="0 0 32 16" role="img" aria-label={words}>
      <path
        d={PATHS[shape]}
        {...(FILLED.has(shape) ? { fill: 'currentColor' } : { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 })}
      />
    </svg>
  );
};
