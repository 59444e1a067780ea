export { csv, csvCell } from '@entente/core/report/csv';
