package jp.renkei.routing.https;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** A response's body as bytes, up to a limit: beyond it reading stops and the rest is not taken. */
final class BoundedBody implements BodySubscriber<byte[]> {

  private final int most;
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private Subscription subscription;

  private BoundedBody(int most) {
    this.most = most;
  }

  /**
   * @param most the most bytes that are read
   * @return fails with {@link Trouble#RESPONSE_TOO_LARGE}
   */
  static BodyHandler<byte[]> of(int most) {
    return response -> new BoundedBody(most);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (read.size() + buffer.remaining() > most) {
        subscription.cancel();
        whole.completeExceptionally(Trouble.RESPONSE_TOO_LARGE.fault());
        return;
      }
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      read.writeBytes(bytes);
    }
    subscription.request(1);
  }

  @Override
  public void onError(Throwable broken) {
    whole.completeExceptionally(broken);
  }

  @Override
  public void onComplete() {
    whole.complete(read.toByteArray());
  }
}
