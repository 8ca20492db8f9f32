'use client'

import { CardPopup } from '@/app/_features/board/CardPopup'
import { RowMenu } from './RowMenu'

/** The menu or list that is open on a row. */
export const BacklogRowPopup = () => <CardPopup menu={RowMenu} />
