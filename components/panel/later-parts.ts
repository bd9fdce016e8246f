import { later } from './later'

export const Details = later(() => import('./verdict/details'))
export const SendPage = later(() => import('./send/send-page'))
export const Results = later(() => import('./search/results'))
export const Handy = later(() => import('./search/handy'))
export const ReadPage = later(() => import('./send/read-page'))
export const Touches = later(() => import('./story/touches'))
export const NotThisOne = later(() => import('./suggestions/not-this-one'))
export const History = later(() => import('./verdict/history'))
export const LongList = later(() => import('./story/long-list'))
export const Today = later(() => import('./today/today'))
export const SetUp = later(() => import('./states/set-up'))

/** What a rep may want next while a record is on the screen, the likeliest first. */
export const wantedNext = [Details, SendPage, Touches, Results, Handy, NotThisOne, ReadPage, History]
