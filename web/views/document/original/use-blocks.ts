import { useEffect, useState } from 'preact/hooks';
import type { ServedBlock } from '../../../../schemas/service/index.ts';
import { readBlocks } from './block-index.ts';

export type ReadBlocks = readonly ServedBlock[] | 'loading' | 'failed';

/** All blocks of a document: places in it are found by them. */
export function useBlocks(document: string): ReadBlocks {
  const [blocks, setBlocks] = useState<ReadBlocks>('loading');
  useEffect(() => {
    const controller = new AbortController();
    setBlocks('loading');
    readBlocks(document, controller.signal).then(setBlocks, () => {
      if (!controller.signal.aborted) setBlocks('failed');
    });
    return () => controller.abort();
  }, [document]);
  return blocks;
}
