import { Message } from './message';
import { MyDataLink } from './page-links';

interface StandingMessageProps {
  erasing: string | undefined;
  restricted: boolean;
}

/** Why the person cannot log time now, if they cannot. */
export function StandingMessage({ erasing, restricted }: StandingMessageProps) {
  if (erasing !== undefined) return <ErasingMessage />;
  return restricted ? <RestrictedMessage /> : null;
}

function ErasingMessage() {
  return (
    <Message
      tone="info"
      title="Your data is being deleted"
      actions={<MyDataLink>See how far it is</MyDataLink>}
    >
      You can log time again when the deletion has ended.
    </Message>
  );
}

function RestrictedMessage() {
  return (
    <Message
      tone="warning"
      title="You cannot log time now"
      actions={<MyDataLink>See your data and the restriction</MyDataLink>}
    >
      The use of your data is restricted. What is kept about you stays as it is. My data says who restricted
      it and how that ends.
    </Message>
  );
}
