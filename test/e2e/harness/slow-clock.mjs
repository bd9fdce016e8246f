// Loaded before a hub: its clock is behind until it is told to catch up, so that a link can be older than the test.
import process from 'node:process'

const now = Date.now
let behind = Number(process.env.CLOCK_BEHIND_MS ?? 0)
Date.now = () => now() - behind
process.on('SIGUSR2', () => { behind = 0 })
