import { seedId } from '../ids.ts'
import type { OrgUser } from '../org.ts'

function user(key: string, firstName: string, lastName: string, title: string, domain: string): OrgUser {
  const email = `${firstName}.${lastName}@${domain}`.toLowerCase().normalize('NFD').replace(/[^a-z0-9.@-]/g, '')
  return { key, id: seedId('005', `${domain}/${key}`), name: `${firstName} ${lastName}`, firstName, lastName, email, title }
}

export const rep = user('rep', 'Dana', 'Okafor', 'Account Executive', 'quayside.example')
export const secondRep = user('secondRep', 'Miguel', 'Santos', 'Account Executive', 'quayside.example')
export const marketer = user('marketer', 'Ines', 'Carvalho', 'Head of Demand Generation', 'quayside.example')

export const quaysideUsers: readonly OrgUser[] = [rep, secondRep, marketer]
export const harborUsers: readonly OrgUser[] = [user('rep', 'Yusuf', 'Demir', 'Sales Development', 'harbor.example'), user('marketer', 'Clara', 'Holm', 'Marketing Operations', 'harbor.example')]
