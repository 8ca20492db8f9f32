'use client'

import { AskedLayer } from '../../board/ask/AskedLayer'
import { RowMenu } from './RowMenu'

/** The menu or list that is open on a row. */
export const AskLayer = () => <AskedLayer menu={RowMenu} />
