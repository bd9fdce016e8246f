import { i18n } from '#i18n'

type LookUp = (key: string, ...rest: (number | string[])[]) => string
const lookUp: LookUp = (key, ...rest) => String(Reflect.apply(i18n.t, i18n, [key, ...rest]))

/**
 * A message whose key is only known at run time. Ids of the domain are written with `-`, which message names may not hold.
 * A message that is missing shows the last part of its key rather than nothing.
 */
export function message(key: string, values: string[] = [], count?: number): string {
  const name = key.replaceAll('-', '_')
  const rest: (number | string[])[] = [...(count === undefined ? [] : [count]), ...(values.length > 0 ? [values] : [])]
  return lookUp(name, ...rest) || (name.split('.').at(-1) ?? name).replaceAll('_', ' ')
}
