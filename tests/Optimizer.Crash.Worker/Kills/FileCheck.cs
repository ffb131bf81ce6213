using Microsoft.Data.Sqlite;

namespace Optimizer.Crash.Worker.Kills;

/// <summary>What SQLite itself thinks of a file that no engine has open.</summary>
public static class FileCheck
{
    /// <summary>What is wrong with its pages and indexes; null when nothing is.</summary>
    public static string? Fault(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        var answer = (string?)command.ExecuteScalar();
        return answer == "ok" ? null : $"integrity_check: {answer}";
    }
}
