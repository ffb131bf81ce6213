using System.Globalization;
using System.Text;
using Optimizer.Tests.Standalone.Commands;

namespace Optimizer.Tests.Standalone;

/// <summary>A data directory of the test's own, gone when the test is.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("optimizer").FullName;

    /// <summary>Where files beside the directory go.</summary>
    public string Beside(string name) => System.IO.Path.Combine(_root, name);

    public string Path => Beside("data");

    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>A CSV with so many days of figures up to yesterday.</summary>
    public string Csv(int days, string header = "date,signups", string name = "signups.csv")
    {
        var text = new StringBuilder(header + "\n");
        var last = DateOnly.FromDateTime(DateTimeOffset.UtcNow.UtcDateTime).AddDays(-1);
        for (var at = days - 1; at >= 0; at--)
        {
            text.Append(CultureInfo.InvariantCulture, $"{last.AddDays(-at):yyyy-MM-dd},{200 + (at % 7)}\n");
        }

        File.WriteAllText(Beside(name), text.ToString());
        return Beside(name);
    }

    /// <summary>Runs a command on this directory.</summary>
    public Ran Run(params string[] args) => Ran.Of([.. args, "--data", Path]);

    /// <summary>A directory with one play that lacks nothing.</summary>
    public static DataFolder WithPlay()
    {
        var folder = new DataFolder();
        Assert.Equal(0, folder.Run("init", "--csv", folder.Csv(70), "--yes", "--time-zone", "UTC", "--variable", "headline=Start").ExitCode);
        return folder;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
