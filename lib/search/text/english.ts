import { stemmer } from 'stemmer'
import type { Language } from './language'

/** Words that say nothing about what a text is about: articles, pronouns, prepositions, auxiliaries, question words. */
const stopWords = `a about above after again against all also am an and any are aren as at be because been before being below between both but by can cannot could
 couldn d did didn do does doesn doing don down during each either etc few for from further had hadn has hasn have haven having he her here hers herself him himself
 his how however i if in into is isn it its itself ll m may me might more most must my myself neither no nor not now of off on once one only or other our ours ourselves
 out over own per rather re s same shall she should shouldn since so some such t than that the their theirs them themselves then there therefore these they this those
 through thus to too under until up upon us ve very was wasn we were weren what when where whether which while who whom whose why will with within without won would
 you your yours yourself yourselves`

/** English: Porter's algorithm (M. F. Porter, Program 14, 1980). */
export const english: Language = { stem: stemmer, stops: new Set(stopWords.split(/\s+/)) }
