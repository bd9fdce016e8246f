import Papa from 'papaparse'
import { AppError } from '@/lib/domain/errors'
import { readText } from './http'

/** Rows of a shared library file (JSON list, an object holding one, or CSV with a header row). @throws AppError `bad-reply` for anything else */
export async function readLibraryFile(address: string, etag?: string): Promise<{ notModified: boolean; etag?: string | undefined; rows: Record<string, unknown>[] }> {
  const { notModified, etag: tag, text } = await readText(address, etag)
  return { notModified, etag: tag, rows: notModified ? [] : rowsOf(text.replace(/^\uFEFF/, '')) }
}

export function rowsOf(text: string): Record<string, unknown>[] {
  if (/^\s*</.test(text)) throw new AppError('bad-reply', { detail: 'HTML' })
  const rows = /^\s*[[{]/.test(text) ? jsonRows(text) : Papa.parse<Record<string, unknown>>(text, { header: true, skipEmptyLines: 'greedy' }).data
  if (rows.length === 0) throw new AppError('bad-reply', { detail: 'no rows' })
  return rows
}

function jsonRows(text: string): Record<string, unknown>[] {
  const parsed = parse(text)
  const list = Array.isArray(parsed) ? parsed : typeof parsed === 'object' && parsed !== null ? Object.values(parsed).find(Array.isArray) : undefined
  if (!Array.isArray(list)) throw new AppError('bad-reply', { detail: 'no list' })
  return list.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null && !Array.isArray(row))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('bad-reply', { detail: 'JSON', cause })
  }
}
