namespace Optimizer.Crash.Worker.Journals;

/// <summary>Where a worker keeps everything: the engine's file and the journals to check it against.</summary>
public sealed record WorkerFolder(string Path)
{
    public string Database => File("engine.db");

    /// <summary>Numbers of the orders whose start was acknowledged.</summary>
    public string Started => File("started.log");

    /// <summary>Acknowledged signals: number of the order, number of the signal.</summary>
    public string Signalled => File("signalled.log");

    /// <summary>Orders whose end the client was told.</summary>
    public string Ended => File("ended.log");

    /// <summary>Every effect, as often as it was taken: idempotency key, content.</summary>
    public string Effects => File("effects.log");

    public static IReadOnlyList<int> Orders(string journal) => [.. Journal.Read(journal).Select(int.Parse).Distinct()];

    public IReadOnlyList<(int Order, int Signal)> Signals() =>
        [.. Journal.Read(Signalled).Select(line => line.Split(' ')).Select(parts => (int.Parse(parts[0]), int.Parse(parts[1]))).Distinct()];

    public IReadOnlyList<(string Key, string Content)> TakenEffects() =>
        [.. Journal.Read(Effects).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]))];

    private string File(string name) => System.IO.Path.Combine(Path, name);
}
