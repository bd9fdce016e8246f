import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { createHardRules } from '@/lib/domain/suggest/hard-rules'
import { signals } from '@/lib/domain/suggest/signals'
import { createScorer } from '@/lib/domain/suggest/score'
import { inputFor } from '../fixtures/judged/judge-lead.ts'
import { judgedLeads } from '../fixtures/judged/leads.ts'
import { shortId } from '../fixtures/judged/library.ts'
import { mean, pairedDifference, round } from './bootstrap.ts'
import { dataFolders } from './data-sets.ts'
import { drawSuggestGrowth } from './draw-growth.ts'
import { quantile } from './stats.ts'
import { itemItem, lastThree, mixed, popularity, recentPopularity, tfIdf } from './suggest/baselines.ts'
import { readConsumption, syntheticConsumption, type ConsumptionSet } from './suggest/data.ts'
import { figures, gain, rankOf } from './suggest/metrics.ts'
import { createProduct, sumOf } from './suggest/product.ts'
import { replay } from './suggest/replay.ts'
import { suggestSpeed } from './suggest/speed.ts'

// How good and how fast suggestions are: `npm run bench:suggest [-- --data DIR]`. The last line is one line of JSON a set.

const folders = dataFolders('suggest', 'events.jsonl')
const sets = folders.length > 0 ? folders.map((folder) => () => readConsumption(folder)) : [syntheticConsumption]
const given = process.argv.includes('--data')
const results = { sets: sets.map((read) => measure(read())), judged: judgedContributions(), speed: given ? [] : [1_000, 10_000, 100_000].map((size) => suggestSpeed(size)) }

console.log('\njudged leads, right asset in the top 5 before diversity; without each signal')
console.table(results.judged)
if (!given) {
  console.log('speed, in ms')
  console.table(results.speed.map(({ suggestMs: { p50, p95 }, suggestCpuMs, ...row }) => ({ ...row, p50, p95, cpuP95: suggestCpuMs.p95 })))
  writeFileSync(new URL('results-suggest.json', import.meta.url), `${JSON.stringify(results, null, 1)}\n`)
  drawSuggestGrowth(results.speed)
}
for (const { line } of results.sets) console.log(JSON.stringify(line))

function measure(set: ConsumptionSet) {
  const size = set.items.length
  const timed = set.events.every(({ at }) => at !== undefined)
  const product = createProduct(set)
  const [items, content] = [itemItem(size, timed), lastThree(set)]
  const models = [popularity(size), ...(timed ? [recentPopularity(size)] : []), items, tfIdf(set, timed), content, mixed('item-item + content BM25, 1:1', items, content)]
  const ranks = new Map<string, number[]>()
  const times: number[] = []
  let unseen = 0
  const note = (name: string, rank: number) => {
    const known = ranks.get(name)
    if (known) known.push(rank)
    else ranks.set(name, [rank])
  }

  replay(set, 'test', {
    watch(user, item, at) {
      product.watch(user, item, at)
      for (const model of models) model.watch(user, item, at)
    },
    ask(question, seen) {
      if (!seen[question.target]) {
        unseen += 1
        return
      }
      const own = new Set(question.own.map(({ item }) => item))
      const start = performance.now()
      const parts = product.parts(question)
      const sum = sumOf(parts, size)
      times.push(performance.now() - start)
      note('leadside', rankOf(sum, question.target, seen, own))
      for (const name of ['text', 'follow']) note(`leadside without ${name}`, rankOf(sumOf(parts, size, name), question.target, seen, own))
      for (const model of models) note(model.name, rankOf(model.score(question), question.target, seen, own))
    },
  })
  const ours = (ranks.get('leadside') ?? []).map(gain)
  const table = [...ranks].map(([model, list]) => ({ model, ...figures(list), ndcgDifference: pairedDifference(ours, list.map(gain)) }))
  console.log(`\n${set.name}: ${ours.length} people asked, ${unseen} left out because nobody had seen their item`)
  console.table(table.map(({ ndcgDifference: { mean: by, low, high }, ...row }) => ({ ...row, 'leadside −': `${by} [${low}, ${high}]` })))
  const line = { set: set.name, ...figures(ranks.get('leadside') ?? []), ms_p50: round(quantile(times, 0.5), 2) }
  return { line, table, unseen }
}

/** What each signal adds on the judged leads: the same model without it. */
function judgedContributions() {
  const without = (left?: string) => {
    const use = signals.filter(({ name }) => name !== left)
    const ranks = judgedLeads.map((lead) => {
      const input = inputFor(lead)
      const scorer = createScorer(input, use)
      const forbidden = createHardRules(input)
      const order = input.assets.flatMap((asset, index) => (forbidden(asset) ? [] : [{ id: shortId(asset.id), score: scorer.score(index) }]))
        .sort((a, b) => b.score - a.score)
      return 1 + order.findIndex(({ id }) => lead.expected.includes(id))
    })
    return { hr5: round(mean(ranks.map((rank) => (rank <= 5 ? 1 : 0)))), mrr: round(mean(ranks.map((rank) => 1 / rank))) }
  }
  return [{ without: '(none)', ...without() }, ...signals.map(({ name }) => ({ without: name, ...without(name) }))]
}
