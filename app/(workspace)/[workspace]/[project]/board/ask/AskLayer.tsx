'use client'

import { AskedLayer } from './AskedLayer'
import { CardMenu } from './CardMenu'

/** The menu or list that is open on a card. */
export const AskLayer = () => <AskedLayer menu={CardMenu} />
