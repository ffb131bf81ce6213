using Microsoft.Data.Sqlite;
using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Ledger;

namespace Optimizer.Tests.Embedded.Ledger;

/// <summary>A ledger in a folder of its own, and events for it.</summary>
public sealed class LedgerFolder : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Late enough for every event of the tests.</summary>
    public static readonly DateTimeOffset Now = Start.AddDays(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("optimizer-ledger-");

    public string File => Path.Combine(_folder.FullName, LedgerOptions.FileName);

    public static LedgerExperiment Experiment(string id = "pricing-1", params string[] variants) =>
        new(id, variants.Length > 0 ? variants : ["control", "short"], "Europe/Berlin", Start);

    public static AttributionEvent Event(
        string id, string unit = "u1", string variant = "control", string name = "view", decimal? value = null, double hours = 12, string experiment = "pricing-1") => new()
        {
            Id = id,
            At = Start.AddHours(hours),
            Experiment = experiment,
            Variant = variant,
            Event = name,
            Value = value,
            Unit = unit,
            Path = "/pricing",
        };

    public SqliteLedger Open() => SqliteLedger.Open(File, new LedgerOptions { Durable = false });

    public async Task<SqliteLedger> OpenWithAsync(params LedgerExperiment[] experiments)
    {
        var ledger = Open();
        foreach (var experiment in experiments.Length > 0 ? experiments : [Experiment()])
        {
            await ledger.PutAsync(experiment, Start, default);
        }

        return ledger;
    }

    /// <summary>Changes the file behind the ledger's back.</summary>
    public void Execute(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
