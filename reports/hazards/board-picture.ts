import { drawChart } from '../documents/draw-chart.ts'
import type { Board } from './board.ts'
import { boardPictureLayout } from './board-picture-layout.ts'

/** The board 清零台账 as a picture for the phone: a PNG, 810 pixels wide. */
export const renderBoardPicture = (board: Board): Promise<Buffer> => drawChart(boardPictureLayout(board))
