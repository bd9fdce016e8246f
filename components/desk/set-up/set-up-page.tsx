import type { DeskState } from '@/lib/bus/protocol/desk'
import { ChooseStart } from './choose-start'
import { Consent } from './consent'

/** First run: consent, then where the leads are, then "open any lead". */
export function SetUpPage({ state }: { state: DeskState }) {
  return (
    <div className="min-h-dvh bg-raised text-ink">
      <main className="mx-auto flex max-w-2xl flex-col gap-6 px-4 py-10">
        <p className="text-large font-semibold text-accent-strong">Leadside</p>
        {state.consented ? <ChooseStart state={state} /> : <Consent />}
      </main>
    </div>
  )
}
