import { z } from 'zod'
import { checkedOutput } from './checkedOutput'

/** Of a mutation that is done when it answers, and tells nothing more. */
export const noOutput = checkedOutput(z.null())
