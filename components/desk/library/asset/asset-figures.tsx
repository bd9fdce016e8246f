import { rateOf, toAcceptance, type Rate } from '@/lib/domain/acceptance'
import type { AssetFigures as Figures } from '@/lib/domain/asset-figures'
import type { LinkOpenings } from '@/lib/domain/hub'
import { useNow } from '@/components/ui/now'
import { dayText, numberText } from '@/components/ui/when'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { RateBar } from '../../feedback/rate-bar'
import { Card } from '../../shell/page'

/** What became of an asset: sends, what people did with it, and how leads that consumed it were judged. Every share with its n and interval. */
export function AssetFigures({ figures, openings, waiting }: { figures: Figures; openings?: LinkOpenings | null | undefined; waiting: boolean }) {
  const now = useNow()
  const { sends, unsure, lastSent, got, opened, replied, verdicts } = figures
  const acceptance = toAcceptance(verdicts)
  return (
    <Card title={i18n.t('assetPage.figures')}>
      <table className="w-full text-left" aria-busy={waiting}>
        <caption className="sr-only">{i18n.t('assetPage.figures')}</caption>
        <thead>
          <tr className="border-b border-line text-small text-soft">
            <th scope="col" className="py-1.5 pe-3 font-medium">{i18n.t('assetPage.what')}</th>
            <th scope="col" className="py-1.5 pe-3 font-medium">{i18n.t('assetPage.share')}</th>
            <th scope="col" className="py-1.5 text-right font-medium">n</th>
          </tr>
        </thead>
        <tbody>
          <Line name={i18n.t('assetPage.opened', [numberText(opened), numberText(got)])} rate={rateOf(opened, got)} />
          <Line name={i18n.t('assetPage.replied', [numberText(replied), numberText(got)])} rate={rateOf(replied, got)} />
          <Line name={i18n.t('assetPage.good', [numberText(acceptance.good), numberText(acceptance.rate.n)])} rate={acceptance.rate} />
        </tbody>
      </table>
      <p className="pt-3 text-small text-soft">
        {i18n.t('assetPage.sends', sends)}
        {unsure > 0 && <> {i18n.t('assetPage.unsure', unsure)}</>}
        {lastSent !== undefined && <> {i18n.t('assetPage.lastSent', [dayText(lastSent, now)])}</>}
        {' '}
        {(['good', 'not_yet', 'wrong', 'cant_tell'] as const).map((verdict) => `${message(`verdict.${verdict}`)} ${numberText(verdicts[verdict])}`).join(' · ')}
      </p>
      {openings && <p className="pt-1 text-small text-soft">{i18n.t('assetPage.openings', [numberText(openings.human), numberText(openings.machine), numberText(openings.unknown)])}</p>}
      <p className="pt-1 text-small text-faint">{i18n.t('assetPage.caption')}</p>
    </Card>
  )
}

function Line({ name, rate }: { name: string; rate: Rate }) {
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className="py-2 pe-3 font-normal">{name}</th>
      <td className="py-2 pe-3"><RateBar rate={rate} /></td>
      <td className="py-2 text-right tabular-nums">{numberText(rate.n)}</td>
    </tr>
  )
}
