import { say } from '../sentence'
import { silent, type Signal } from './signal'

const spokenEverywhere = 'en'

/** In the person's language. English instead of it is a smaller fault than a language they may not know. */
export const languageSignal: Signal = {
  name: 'language',
  weight: 0.8,
  prepare({ profile, assets }) {
    const own = primary(profile.language)
    if (own === undefined && !assets.some(({ language }) => primary(language) === spokenEverywhere)) return silent
    const read = (language: string) => {
      const theirs = primary(language)
      if (own === undefined) return theirs === spokenEverywhere ? 0 : -0.5
      if (theirs === own) return own === spokenEverywhere ? 0 : 1
      return theirs === spokenEverywhere ? 0 : -1
    }
    return {
      value: ({ language }) => read(language),
      explain({ language }) {
        const value = read(language)
        if (value > 0) return { why: say('suggest.language', language) }
        return value < 0 ? { misfit: say(own === undefined ? 'suggest.foreign_language' : 'suggest.not_language', language) } : {}
      },
    }
  },
}

function primary(tag: string | undefined): string | undefined {
  return tag === undefined || tag === '' ? undefined : tag.toLowerCase().split('-')[0]
}
