using Optimizer.Connectors.Files;
using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Plays;
using Optimizer.Tests.Connectors.Files;

namespace Optimizer.Tests.Connectors.Recordings;

public sealed class KpiFolderTests : IDisposable
{
    private static readonly Play Play = SamplePlay.Of();
    private readonly string _folder = Directory.CreateTempSubdirectory("kpis").FullName;
    private readonly HandClock _clock = new();
    private readonly KpiFolder _source;

    public KpiFolderTests() => _source = new(_folder, _clock);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Read_DaysAskedFor_AreThoseWithAFigure()
    {
        Write("date,note,goal\n2026-01-05,a,0.1\n2026-01-06,b,\n2026-01-08,c,0.3\n2026-01-07,\"d,e\",0.2\n");

        Assert.Equal([("2026-01-07", 0.2), ("2026-01-08", 0.3)], await Figures("2026-01-06", "2026-01-09"));
        Assert.Equal(2, await _source.DaysAsync(Play, Play.Kpis[0], Day("2026-01-07"), default));
        Assert.Empty(await _source.ReadAsync(Play, Play.Kpis[1], Day("2026-01-01"), Day("2026-01-31"), default));
    }

    [Fact]
    public async Task Read_Gzip_IsTheSame()
    {
        File.WriteAllBytes(Path.Combine(_folder, "onboarding.csv.gz"), WrittenFile.Gzip("date;goal\n2026-01-05;0.5\n"u8.ToArray()));

        Assert.Equal([("2026-01-05", 0.5)], await Figures("2026-01-01", "2026-01-31"));
    }

    [Fact]
    public async Task Count_EventsWithAndWithoutColumn_AreSumsOrSeen()
    {
        Write("date,goal,visited\n2026-01-05,0.1,900\n2026-01-06,0.2,1100\n");

        Assert.Equal(
            new Dictionary<string, long> { ["visited"] = 2000, ["goal_done"] = 1, ["complaints_done"] = 0, ["other"] = 0 },
            await _source.CountAsync(Play, ["visited", "goal_done", "complaints_done", "other", "visited"], Day("2026-01-05"), Day("2026-01-06"), default));
        Assert.Equal(
            new Dictionary<string, long> { ["visited"] = 0, ["goal_done"] = 0 },
            await _source.CountAsync(Play, ["visited", "goal_done"], Day("2026-01-07"), Day("2026-01-09"), default));
    }

    [Theory]
    [Trait("Req", "S0-063")]
    [InlineData(null, "There is no {0}: write it, a row a day, with the columns date, goal.")]
    [InlineData("date,rate\n2026-01-09,1\n", "{0} has no column goal: add it, or rename the one that holds it; the columns are date, rate.")]
    [InlineData("date,goal\n", "{0} has no figure of goal up to 2026-01-10: let the job that writes it run.")]
    [InlineData("date,goal\n2026-01-03,1\n", "{0} has no figure of goal after 2026-01-03, 7 days before 2026-01-10: let the job that writes it run.")]
    [InlineData("date,goal\n2026-01-04,1\n", null)]
    [InlineData("date,goal\n2026-01-11,1\n", "{0} has no figure of goal up to 2026-01-10: let the job that writes it run.")]
    public async Task Fault_WhatIsMissing_IsSaidWithItsFix(string? content, string? expected)
    {
        if (content is not null)
        {
            Write(content);
        }

        Assert.Equal(expected is null ? null : string.Format(null, expected, Named), await _source.FaultAsync(Play, Day("2026-01-10"), default));
    }

    [Theory]
    [InlineData("date,goal\n2026-01-05,0.1\n2026-01-06,n/a\n2026-01-07,0.2\n", ":3: column 'goal': 'n/a' is not a number; write digits, with a point for decimals")]
    [InlineData("date,goal\n2026-01-05,0.1\n2026-01-05,0.2\n", ":3: column 'date': 2026-01-05 stands on line 2 already; one row a day is needed")]
    [InlineData("date,goal\n2026-01-05,-1\n", ":2: column 'goal': '-1' is negative; a figure is 0 or more")]
    [InlineData("date,goal\n2026-01-05\n2026-01-06,1\n", ":2: expected 2 fields as in the header, found 1; quote values that hold the separator ','")]
    [InlineData("date,goal\n05.13.2026,1\n", ":2: column 'date': '05.13.2026' is not a day of the calendar; write dates as yyyy-MM-dd")]
    [InlineData("", ": the file is empty; it needs a first line with column names")]
    public async Task Read_WhatCannotBeUsed_NamesFileLineAndColumn(string content, string expected)
    {
        Write(content);

        var fault = await Assert.ThrowsAsync<FileFaultException>(() => _source.ReadAsync(Play, Play.Kpis[0], Day("2026-01-01"), Day("2026-01-31"), default));

        Assert.Equal(Named + expected, fault.Message);
    }

    [Theory]
    [InlineData("2026-01-06,0.2", 1)]
    [InlineData("2026-01-06,0.", 1)]
    [InlineData("2026-01-06", 1)]
    [InlineData("2026-01-06,\"0.2", 1)]
    [InlineData("2026-01-06,0.2\n", 2)]
    public async Task Read_FileJustWritten_LeavesALastLineWithoutItsEnd(string last, int expected)
    {
        Write("date,goal\n2026-01-05,0.1\n" + last, TimeSpan.FromSeconds(5));

        Assert.Equal(expected, (await Figures("2026-01-01", "2026-01-31")).Length);
    }

    [Theory]
    [InlineData("2026-01-06,0.2", 2)]
    [InlineData("2026-01-06,", 1)]
    [InlineData("2026-01-0", 1)]
    public async Task Read_FileAtRest_TakesALastLineThatMakesSense(string last, int expected)
    {
        Write("date,goal\n2026-01-05,0.1\n" + last, TimeSpan.FromMinutes(1));

        Assert.Equal(expected, (await Figures("2026-01-01", "2026-01-31")).Length);
    }

    [Fact]
    public async Task Read_AppendedReplacedAndRemoved_IsSeenAtOnce()
    {
        Write("date,goal\n2026-01-05,0.1\n");
        Assert.Single(await Figures("2026-01-01", "2026-01-31"));

        File.AppendAllText(Named, "2026-01-06,0.2\n");
        Assert.Equal(2, (await Figures("2026-01-01", "2026-01-31")).Length);

        var aside = Path.Combine(_folder, "aside");
        File.WriteAllText(aside, "date,goal\n2026-01-05,0.7\n2026-01-06,0.8\n");
        File.Move(aside, Named, overwrite: true);
        Assert.Equal([0.7, 0.8], (await Figures("2026-01-01", "2026-01-31")).Select(pair => pair.Item2));

        File.Delete(Named);
        Assert.Empty(await Figures("2026-01-01", "2026-01-31"));
    }

    [Fact]
    public async Task Read_UnchangedFile_IsNotOpenedAgain()
    {
        Write("date,goal\n2026-01-05,0.1\n", TimeSpan.FromMinutes(5));
        var before = await Figures("2026-01-01", "2026-01-31");

        // Same size and time, other content: only who opens it sees the difference.
        var written = File.GetLastWriteTimeUtc(Named);
        File.WriteAllText(Named, "date,goal\n2026-01-05,0.9\n");
        File.SetLastWriteTimeUtc(Named, written);
        Assert.Equal(before, await Figures("2026-01-01", "2026-01-31"));

        _clock.Now += TimeSpan.FromMinutes(11);
        Assert.Equal([0.9], (await Figures("2026-01-01", "2026-01-31")).Select(pair => pair.Item2));
    }

    [Fact]
    public async Task Read_TwoFilesOfOnePlay_IsAFault()
    {
        Write("date,goal\n2026-01-05,0.1\n");
        File.WriteAllText(Named + ".gz", "");

        var fault = await Assert.ThrowsAsync<FileFaultException>(() => Figures("2026-01-01", "2026-01-31"));

        Assert.Equal($"{Named}: there is onboarding.csv.gz too, and only one of them can be right; remove the other", fault.Message);
    }

    private string Named => Path.Combine(_folder, "onboarding.csv");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    private void Write(string content, TimeSpan? age = null)
    {
        File.WriteAllText(Named, content);
        if (age is { } old)
        {
            File.SetLastWriteTimeUtc(Named, (_clock.Now - old).UtcDateTime);
        }
    }

    private async Task<(string, double)[]> Figures(string first, string last) =>
        [.. (await _source.ReadAsync(Play, Play.Kpis[0], Day(first), Day(last), default)).Select(point => ($"{point.Day:yyyy-MM-dd}", point.Value!.Value))];

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
