import Papa from 'papaparse'
import { csvForm, type Row } from '@/lib/domain/import/rows'

export function parseCsv(text: string): Row[] {
  return Papa.parse<Row>(text, csvForm).data
}
