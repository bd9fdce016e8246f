import Papa from 'papaparse'
import { AppError } from '@/lib/domain/errors'
import { csvForm, looksLikeJson, rowsOf, type Row } from '@/lib/domain/import/rows'

const maxBytes = 50 * 1024 * 1024
/** Characters parsed before the page gets its turn again. */
const sliceBytes = 128 * 1024

/**
 * The rows of a chosen file: a CSV of any delimiter, read slice by slice so that the page stays usable, or JSON.
 * @throws AppError `invalid` with what is wrong, `cancelled`
 */
export async function readFile(file: File, signal: AbortSignal): Promise<Row[]> {
  if (file.size > maxBytes) throw new AppError('invalid', { detail: '50 MB' })
  const start = (await file.slice(0, 400).text()).replace(/^\uFEFF/, '')
  if (looksLikeJson(start) || /^\s*</.test(start)) return rowsOf(await file.text(), 'invalid', () => [])
  const rows = await readCsv(file, signal)
  if (rows.length === 0) throw new AppError('invalid', { detail: 'no rows' })
  return rows
}

function readCsv(file: File, signal: AbortSignal): Promise<Row[]> {
  const rows: Row[] = []
  return new Promise((resolve, reject) => {
    Papa.parse<Row, File>(file, {
      ...csvForm, chunkSize: sliceBytes,
      chunk({ data }, parser) {
        if (signal.aborted) parser.abort()
        else for (const row of data) rows.push(row)
      },
      complete: () => (signal.aborted ? reject(new AppError('cancelled')) : resolve(rows)),
      error: (cause) => reject(new AppError('invalid', { detail: 'CSV', cause })),
    })
  })
}
