import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Cart } from '../../api/carts';
import type { CartLineView } from '../../api/dashboard';
import { useMessages } from '../../ui/language';
import { cartEdits, type LineChange } from './cart-edits';
import { fitNames, leave, nameLines, startLeaving, stay, type LineNames } from './line-names';

/** A line of the cart under a name of its own. */
export interface KeptLine {
  key: number;
  line: CartLineView;
}

export interface CartLines {
  kept: KeptLine[];
  change: (kept: KeptLine, change: LineChange, requestId: string) => Promise<Cart>;
  remove: (kept: KeptLine, requestId: string) => Promise<Cart>;
}

/** The lines of the open cart and their edits. A removed line disappears at once, the others keep their names. */
export function useCartLines(customerId: string, cartId: string, lines: readonly CartLineView[]): CartLines {
  const t = useMessages();
  const edits = useMemo(() => cartEdits(customerId, cartId), [customerId, cartId]);
  const changedElsewhere = t.cart.changedElsewhere;

  const [known, setKnown] = useState(() => nameLines(lines.length));
  const names = fitNames(known, lines.length);
  if (names !== known) setKnown(names);
  /** For edits that wait for their turn: the lines before them may be gone when it comes. */
  const latest = useRef(names);
  useEffect(() => {
    latest.current = names;
  }, [names]);
  const rename = useCallback((alter: (names: LineNames) => LineNames) => {
    latest.current = alter(latest.current);
    setKnown(alter);
  }, []);

  const kept = lines.flatMap((line, index) => {
    const key = names.shown[index];
    return key === undefined || !names.now.includes(key) ? [] : [{ key, line }];
  });

  const change = useCallback(
    ({ key, line }: KeptLine, wanted: LineChange, requestId: string) =>
      edits.change(
        { position: () => latest.current.now.indexOf(key), catalogItemId: line.catalogItemId, changedElsewhere },
        wanted,
        requestId,
      ),
    [edits, changedElsewhere],
  );
  const remove = useCallback(
    async ({ key, line }: KeptLine, requestId: string) => {
      rename((each) => startLeaving(each, key));
      try {
        const cart = await edits.remove(
          { position: () => latest.current.now.indexOf(key), catalogItemId: line.catalogItemId, changedElsewhere },
          requestId,
        );
        rename((each) => leave(each, key));
        return cart;
      } catch (error) {
        rename((each) => stay(each, key));
        throw error;
      }
    },
    [edits, rename, changedElsewhere],
  );
  return { kept, change, remove };
}
