using Microsoft.Data.Sqlite;
using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Ledger;
using static Optimizer.Conformance.Tests.Stores.LedgerSamples;

namespace Optimizer.Tests.Embedded.Ledger;

/// <summary>A ledger in a folder of its own.</summary>
public sealed class LedgerFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("optimizer-ledger-");

    public string File => Path.Combine(_folder.FullName, LedgerOptions.FileName);

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
