import { i18n } from '#i18n'
import type { DockTexts } from '@/lib/bus/protocol/loader'

export function dockTexts(): DockTexts {
  return {
    handleOpen: i18n.t('dock.handleOpen'), handleClose: i18n.t('dock.handleClose'), frameTitle: i18n.t('dock.frameTitle'), resize: i18n.t('dock.resize'),
    updated: i18n.t('dock.updated'), blocked: i18n.t('dock.blocked'), openSidePanel: i18n.t('dock.openSidePanel'), useToolbar: i18n.t('dock.useToolbar'),
    moveSide: i18n.t('dock.moveSide'), moveUp: i18n.t('dock.moveUp'), moveDown: i18n.t('dock.moveDown'),
  }
}
