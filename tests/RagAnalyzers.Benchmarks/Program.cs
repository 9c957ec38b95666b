using BenchmarkDotNet.Running;
using RagAnalyzers.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(PackageBenchmark).Assembly).Run(args);
