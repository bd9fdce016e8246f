import { i18n } from '#i18n'

/** The reader's own variety of the catalogue's language (en-GB where the catalogue is `en`), so that text and dates agree. */
export function locale(): string {
  const language = i18n.t('ui.locale')
  return navigator.languages.find((wanted) => wanted.split('-')[0] === language.split('-')[0]) ?? language
}

/** A format that is made once for as long as languages and time zone stay as they are: making one takes a hundred times as long as using it. */
export function keptFormat<T>(make: (locale: string) => T): () => T {
  let [languages, zone, format]: [readonly string[] | undefined, string, T | undefined] = [undefined, '', undefined]
  return () => {
    const now = zoneNow()
    if (format === undefined || languages !== navigator.languages || zone !== now) [languages, zone, format] = [navigator.languages, now, make(locale())]
    return format
  }
}

/** Two time zones of the same winter and summer are one to whoever writes down a day. */
function zoneNow(): string {
  return [0, 6].map((month) => new Date(2026, month).getTimezoneOffset()).join()
}
