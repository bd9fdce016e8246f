import Papa from 'papaparse'
import { AppError } from '@/lib/domain/errors'
import { guessMapping } from '@/lib/domain/asset-columns'

export interface ParsedFile { columns: string[]; rows: Record<string, unknown>[]; mapping: Record<string, string> }

const maxBytes = 50 * 1024 * 1024

/** Rows of a CSV (any delimiter, header row) or a JSON array of objects. @throws AppError `invalid` with what is wrong */
export async function readRows(file: File): Promise<ParsedFile> {
  if (file.size > maxBytes) throw new AppError('invalid', { detail: '50 MB' })
  const text = (await file.text()).replace(/^\uFEFF/, '')
  const rows = /^\s*[[{]/.test(text) ? jsonRows(text) : csvRows(text)
  const columns = [...new Set(rows.slice(0, 200).flatMap((row) => Object.keys(row)))].filter((column) => !['__proto__', 'constructor', 'prototype'].includes(column))
  return { columns, rows, mapping: guessMapping(columns) }
}

function csvRows(text: string): Record<string, unknown>[] {
  const { data, meta } = Papa.parse<Record<string, unknown>>(text, { header: true, skipEmptyLines: 'greedy' })
  if (!meta.fields || meta.fields.length === 0 || data.length === 0) throw new AppError('invalid', { detail: 'no rows' })
  return data
}

function jsonRows(text: string): Record<string, unknown>[] {
  const parsed = parse(text)
  const list = Array.isArray(parsed) ? parsed : Object.values(parsed as object).find((value) => Array.isArray(value))
  if (!Array.isArray(list)) throw new AppError('invalid', { detail: 'no list' })
  const rows = list.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null && !Array.isArray(row))
  if (rows.length === 0) throw new AppError('invalid', { detail: 'no rows' })
  return rows
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid', { detail: 'JSON', cause })
  }
}
