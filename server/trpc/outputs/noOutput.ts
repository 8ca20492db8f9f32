import { z } from 'zod'
import { checkedOutput } from './checkedOutput'

/** For mutations whose response contains no data. */
export const noOutput = checkedOutput(z.null())
