import process from 'node:process'

/** Milliseconds this thread has worked: unlike the wall clock it does not count what others do on a busy machine. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
