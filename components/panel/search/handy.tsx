import type { Response } from '@/lib/bus/protocol'
import { i18n } from '#i18n'
import { HitList, type HitListProps } from './hit-list'

/** What the search box offers before anything is typed: favourites, and what was used lately. */
export default function Handy({ handy: { favourites, recent }, ...list }: Omit<HitListProps, 'groups'> & { handy: Response<'library.handy'> }) {
  return (
    <div className="mt-1.5 rounded-lg border border-line px-2.5 pb-1">
      <HitList {...list} groups={[{ title: i18n.t('handy.favourites'), hits: favourites }, { title: i18n.t('handy.recent'), hits: recent }]} />
    </div>
  )
}
