using Optimizer.Crash.Tests.Dying;
using Optimizer.Crash.Worker.Kills;
using Optimizer.Testing;

namespace Optimizer.Crash.Tests.Files;

/// <summary>The log's end as a power failure may leave it: short, torn, flipped, or followed by rubbish.</summary>
public class TornLogTests
{
    private const int Frame = 24 + 4096;

    // Above this SQLite would have begun the log anew, and its length would not tell what is in it.
    private const long LongestLog = 2000L * Frame;

    [Fact]
    [Trait("Behaviour", "82")]
    public async Task OpenAsync_LogDamagedAnywhere_GoesOnFromWhatWasCommittedBefore()
    {
        var root = Temporary.Folder();
        var original = root.CreateSubdirectory("copy").FullName + "/engine.db";
        var orders = await LoggedOrders.RunAsync(root.CreateSubdirectory("live").FullName, original);
        Assert.InRange(orders.LogBytes, 20 * Frame, LongestLog);

        var faults = new List<string>();
        foreach (var (name, intact, damage) in Damages(orders.LogBytes, new SplitMix(82)))
        {
            var file = root.CreateSubdirectory(Path.GetRandomFileName()).FullName + "/engine.db";
            LifeFiles.Copy(original, file);
            await using (var log = new FileStream(file + "-wal", FileMode.Open))
            {
                damage(log);
            }

            faults.AddRange((await orders.SeeThroughAsync(file, intact)).Select(wrong => $"{name}: {wrong}"));
            if (FileCheck.Fault(file) is { } fault)
            {
                faults.Add($"{name}: {fault}");
            }
        }

        Assert.Empty(faults);
        root.Delete(recursive: true);
    }

    // Each with how much of the log before it is whole.
    private static IEnumerable<(string Name, long Intact, Action<FileStream> Damage)> Damages(long length, SplitMix chance)
    {
        yield return ("untouched", length, _ => { });
        yield return ("gone", 0, log => log.SetLength(0));
        yield return ("torn last page", length - Frame, log => Overwrite(log, length - 2048, new byte[2048]));
        yield return ("rubbish at the end", length, log => Overwrite(log, length, [.. Enumerable.Range(0, 3 * Frame).Select(_ => (byte)chance.Next())]));
        for (var place = 0; place < 6; place++)
        {
            var cut = (long)(chance.Uniform() * length);
            yield return ($"cut at {cut}", cut, log => log.SetLength(cut));
            var flipped = (long)(chance.Uniform() * length);
            yield return ($"flipped at {flipped}", flipped < 32 ? 0 : flipped - ((flipped - 32) % Frame), log => Flip(log, flipped));
        }
    }

    private static void Overwrite(FileStream log, long at, byte[] bytes)
    {
        log.Position = at;
        log.Write(bytes);
    }

    private static void Flip(FileStream log, long at)
    {
        log.Position = at;
        var value = log.ReadByte();
        Overwrite(log, at, [(byte)(value ^ 0x10)]);
    }
}
