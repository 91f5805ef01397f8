import { useMutation, useQueryClient, type MutateOptions, type UseMutationResult } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { newRequestId } from './request-id';
import { isTransportFailure } from './failure';

export interface CommandOptions<Input, Answer> {
  onSuccess?: (answer: Answer, input: Input) => void;
  onError?: (error: Error, input: Input) => void;
}

/** One wish of the person: its words, the id that makes repeating it harmless, and whether it may still be repeated. */
interface Attempt {
  words: string;
  requestId: string;
  open: boolean;
}

/** The mutation, with `mutate` and `mutateAsync` deaf while a call is under way. */
export type Command<Input, Answer> = UseMutationResult<Answer, Error, Input>;

/**
 * Sends a command of the API. A double click is one call. When no answer arrives the call is made again with the same
 * request id, by itself twice and by hand as often as the person likes, so that it takes effect once at most.
 */
export function useCommand<Input = void, Answer = unknown>(
  run: (input: Input, requestId: string) => Promise<Answer>,
  options: CommandOptions<Input, Answer> = {},
): Command<Input, Answer> {
  const queryClient = useQueryClient();
  const attempt = useRef<Attempt | undefined>(undefined);
  const underWay = useRef<Promise<Answer> | undefined>(undefined);

  const mutation = useMutation<Answer, Error, Input>({
    mutationFn: (input) => run(input, attempt.current?.requestId ?? newRequestId()),
    onMutate: (input) => {
      const words = JSON.stringify(input) ?? '';
      if (attempt.current?.open && attempt.current.words === words) return;
      attempt.current = { words, requestId: newRequestId(), open: true };
    },
    retry: (count, error) => count < 2 && isTransportFailure(error),
    retryDelay: 150,
    networkMode: 'always',
    onSuccess: (answer, input) => {
      if (attempt.current) attempt.current.open = false;
      options.onSuccess?.(answer, input);
      // Not awaited: the command is done, the lists may follow.
      void queryClient.invalidateQueries();
    },
    onError: (error, input) => {
      if (attempt.current) attempt.current.open = isTransportFailure(error);
      options.onError?.(error, input);
    },
  });

  const { mutateAsync: send } = mutation;
  const mutateAsync = useCallback(
    (input: Input, callOptions?: MutateOptions<Answer, Error, Input>): Promise<Answer> => {
      underWay.current ??= send(input, callOptions).finally(() => {
        underWay.current = undefined;
      });
      return underWay.current;
    },
    [send],
  );
  const mutate = useCallback(
    (input: Input, callOptions?: MutateOptions<Answer, Error, Input>): void => {
      // The failure is in `mutation.error`, where the screen shows it.
      mutateAsync(input, callOptions).catch(() => undefined);
    },
    [mutateAsync],
  );
  return { ...mutation, mutate, mutateAsync } as Command<Input, Answer>;
}
