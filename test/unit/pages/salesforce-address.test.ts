import { describe, expect, it } from 'vitest'
import { optionalPages, salesforcePages } from '@/lib/pages/match-patterns'
import { findPastedOrg } from '@/lib/pages/salesforce-address'

describe('a pasted address', () => {
  it.each([
    ['https://acme.lightning.force.com/lightning/page/home', 'acme.my.salesforce.com'],
    ['acme.my.salesforce.com', 'acme.my.salesforce.com'],
    ['  ACME--uat.sandbox.my.salesforce.com ', 'acme--uat.sandbox.my.salesforce.com'],
    ['https://acme.my.salesforce-setup.com/lightning/setup', 'acme.my.salesforce.com'],
  ])('%s is an org that needs no asking', (pasted, org) => {
    expect(findPastedOrg(pasted)).toEqual({ org, asked: [] })
  })

  it.each([
    ['acme.lightning.force.mil', 'acme.my.salesforce.mil', 3],
    ['https://acme.my.sfcrmproducts.cn/00Q', 'acme.my.sfcrmproducts.cn', 2],
    ['acme.my-lightning.com', 'acme.my-salesforce.com', 2],
    ['https://acme.lightning.force.com.mcas.ms/x', 'acme.my.salesforce.com', 2],
  ])('%s is one whose pages have to be asked for, and no others', (pasted, org, asked) => {
    const found = findPastedOrg(pasted)
    expect(found?.org).toBe(org)
    expect(found?.asked).toHaveLength(asked)
    expect(found?.asked.every((pattern) => optionalPages.includes(pattern) && !salesforcePages.includes(pattern))).toBe(true)
  })

  it.each(['', 'acme', 'https://acme.example', 'acme.my.salesforce.com.evil.example', 'evilmy-lightning.com', 'https://login.salesforce.com', '%%'])('%j is none', (pasted) => {
    expect(findPastedOrg(pasted)).toBeUndefined()
  })
})
