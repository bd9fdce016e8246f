// @vitest-environment happy-dom
import { act } from '@testing-library/react'
import { createRoot } from 'react-dom/client'
import { describe, expect, it, vi } from 'vitest'
import { ErrorBoundary } from '@/components/ui/error-boundary'
import { faultLog } from '@/components/ui/fault-log'

function Broken(): React.ReactNode {
  throw new RangeError('Marta Lindqvist, marta@brightwater.example')
}

describe('what is written of a fault while drawing', () => {
  it('names no person', async () => {
    const written = vi.spyOn(console, 'error').mockReturnValue()
    const root = createRoot(document.createElement('div'), faultLog)
    await act(async () => root.render(<ErrorBoundary broken="said"><Broken /></ErrorBoundary>))
    const texts = written.mock.calls.flat().map(String).join('\n')
    expect(texts).toContain('RangeError')
    expect(texts).toContain('Broken')
    expect(texts).not.toMatch(/marta/i)
    expect(faultLog.onUncaughtError).toBe(faultLog.onCaughtError)
  })
})
