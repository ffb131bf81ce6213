using Optimizer.Embedded;
using Optimizer.Embedded.Storage;

namespace Optimizer.Tests.Embedded.Storage;

public sealed class FileLockTests() : StoreFixture(inMemory: false)
{
    [Fact]
    public void Open_FileInUse_NamesItsOwner()
    {
        var clock = new HandClock(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
        using var first = SqliteStore.Open(FilePath, clock);
        clock.Now += TimeSpan.FromMinutes(5);
        first.Lock!.Beat();

        Assert.Contains(
            $"in use by process {Environment.ProcessId} since 2026-07-01 12:00:00Z (last heartbeat 2026-07-01 12:05:00Z)", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AfterDispose_IsFree()
    {
        Insert("a");
        Close();

        Assert.False(File.Exists(FilePath + ".owner"));
        Assert.NotNull(Store.Find("a"));
    }

    [Fact]
    public void Open_NoteOfADeadProcess_IsWrittenOver()
    {
        new FileOwner(999_999, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch).Write(FilePath + ".owner");
        File.WriteAllText(FilePath + ".lock", "left over");

        Assert.Empty(Store.Live());

        Assert.Equal(Environment.ProcessId, FileOwner.Read(FilePath + ".owner")?.Pid);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    public void Open_InUseWithUnreadableNote_IsStillRefused(string note)
    {
        _ = Store;
        File.WriteAllText(FilePath + ".owner", note);

        Assert.Contains("in use by another process", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_LockAndNoteDeletedWhileHeld_IsRefusedByTheDatabase()
    {
        Insert("a");
        File.Delete(FilePath + ".lock");
        File.Delete(FilePath + ".owner");

        Assert.Contains("in use by another process", Refused(), StringComparison.Ordinal);

        Assert.True(Insert("b") > 0);
        Store.Lock!.Beat();
        Assert.Contains($"in use by process {Environment.ProcessId}", Refused(), StringComparison.Ordinal);
        Assert.NotNull(FileOwner.Read(FilePath + ".owner"));
    }

    [Fact]
    public void Open_SecondNameOfTheFile_IsRefusedByTheDatabase()
    {
        Insert("a");
        File.CreateSymbolicLink(PathOf("alias.db"), FilePath);

        Assert.Contains("in use", Assert.Throws<EngineFileException>(() => SqliteStore.Open(PathOf("alias.db"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Beat_AfterDispose_LeavesNoNote()
    {
        var held = Store.Lock!;
        Close();

        held.Beat();

        Assert.False(File.Exists(FilePath + ".owner"));
    }

    private string Refused() => Assert.Throws<EngineFileException>(() => SqliteStore.Open(FilePath)).Message;

    private sealed class HandClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
