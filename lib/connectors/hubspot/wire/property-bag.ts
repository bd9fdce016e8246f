import * as z from 'zod/mini'

/** HubSpot's properties: everything is text, unset ones are `null`, unknown ones are left out. */
export const propertyBag = z.record(z.string(), z.nullable(z.string()))
export type PropertyBag = z.infer<typeof propertyBag>

/** A property's text, `undefined` where it is unset, unknown or blank. */
export function textOf(bag: PropertyBag, name: string): string | undefined {
  const value = bag[name]?.trim()
  return value ? value : undefined
}

/** A number property; `undefined` where it is unset or no number. */
export function numberOf(bag: PropertyBag, name: string): number | undefined {
  return toNumber(textOf(bag, name))
}

/** A date property as epoch milliseconds. */
export function timeOf(bag: PropertyBag, name: string): number | undefined {
  return toTime(textOf(bag, name))
}

export function toNumber(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** HubSpot writes moments as ISO 8601 text or as epoch milliseconds in digits. */
export function toTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = /^-?\d{9,}$/.test(text) ? Number(text) : Date.parse(text)
  return Number.isFinite(value) ? value : undefined
}
