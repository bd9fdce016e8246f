import { Bone } from '@/components/ui/bone'
import { i18n } from '#i18n'
import { NoVerdictBar } from '../verdict/no-bar'

/** The panel's shape before it is known whose panel it is. Nothing of any record. */
export function Skeleton() {
  return (
    <>
      <div className="border-b border-line px-3 pt-2.5 pb-2">
        <h1 className="sr-only">{i18n.t('panel.title')}</h1>
        <Bone className="h-5 w-36" />
        <Bone className="mt-2 h-3.5 w-52 max-w-full" />
        <Bone className="mt-2.5 h-4 w-44 max-w-full" />
      </div>
      <main className="min-h-0 flex-1 overflow-hidden short:flex-none"><Bones /></main>
      <NoVerdictBar waiting />
    </>
  )
}

/** The shape of the page between header and verdict. */
export function Bones() {
  return (
    <div aria-busy role="status" aria-label={i18n.t('panel.loading')} className="space-y-5 p-3">
      {[['w-32', 'w-full', 'w-5/6', 'w-2/3'], ['w-36', 'w-full', 'w-3/4'], ['w-24', 'w-full', 'w-4/5', 'w-full', 'w-1/2']].map((widths, block) => (
        <div key={block} className="space-y-2.5">
          {widths.map((width, line) => <Bone key={line} className={`${line === 0 ? 'h-3.5' : 'h-4'} ${width}`} />)}
        </div>
      ))}
    </div>
  )
}
