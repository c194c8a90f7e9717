package jp.renkei.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePathWrapper;

/** H2's files on a disk that is full while the test says so: what is written there fails. */
public final class FullDisk extends FilePathWrapper {

  static final String SCHEME = "full";

  private static volatile boolean full;

  /** Takes the room away, or gives it back. */
  static void isFull(boolean now) {
    full = now;
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(getBase().open(mode));
  }

  private static void refuseWhileFull() throws IOException {
    if (full) {
      throw new IOException("No space left on device");
    }
  }

  private static final class Channel extends FileBase {

    private final FileChannel base;

    Channel(FileChannel base) {
      this.base = base;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      refuseWhileFull();
      return base.write(bytes);
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
      refuseWhileFull();
      return base.write(bytes, position);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
      return base.read(bytes);
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
      return base.read(bytes, position);
    }

    @Override
    public long position() throws IOException {
      return base.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      base.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return base.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      base.truncate(size);
      return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      refuseWhileFull();
      base.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return base.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      base.close();
    }
  }
}
