'use client'

import { CardPopup } from '../CardPopup'
import { CardMenu } from './CardMenu'

/** The menu or list that is open on a card. */
export const BoardCardPopup = () => <CardPopup menu={CardMenu} />
