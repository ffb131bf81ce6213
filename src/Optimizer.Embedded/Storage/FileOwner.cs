using System.Globalization;
using System.Text.Json;

namespace Optimizer.Embedded.Storage;

/// <summary>Who holds an engine's file, as written beside it for people and for the next process that tries.</summary>
/// <param name="Pid">Its process.</param>
/// <param name="StartedAt">When it took the file.</param>
/// <param name="BeatAt">When it last said that it lives.</param>
internal sealed record FileOwner(int Pid, DateTimeOffset StartedAt, DateTimeOffset BeatAt)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The owner that a file names; null when it is absent or no note of an owner.</summary>
    public static FileOwner? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<FileOwner>(File.ReadAllText(file), Options);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it whole: a reader sees the former note or this one.</summary>
    public void Write(string file)
    {
        var next = file + ".next";
        File.WriteAllText(next, JsonSerializer.Serialize(this, Options));
        File.Move(next, file, overwrite: true);
    }

    /// <summary>Such as "process 1234 since 2026-07-01 12:00:00Z (last heartbeat 2026-07-01 12:05:00Z)".</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"process {Pid} since {StartedAt.UtcDateTime:u} (last heartbeat {BeatAt.UtcDateTime:u})");
}
