// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { Button } from '@/components/ui/button'

afterEach(cleanup)

it.each([[false, 1], [true, 0]])('sends its form by a click, unless it is off (%s)', (off, times) => {
  const sent = vi.fn((event: { preventDefault(): void }) => event.preventDefault())
  const clicked = vi.fn()
  render(<form onSubmit={sent}><input aria-label="Name" /><Button type="submit" off={off} onClick={clicked}>Save</Button></form>)
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect([sent.mock.calls.length, clicked.mock.calls.length]).toEqual([times, times])
})
